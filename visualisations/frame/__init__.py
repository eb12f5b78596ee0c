"""What every page of pictures shares: its bar, its state in the address, its marks and their details."""
