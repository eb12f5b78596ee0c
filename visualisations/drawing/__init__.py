"""What every picture draws with: SVG, time, text, the looks of agencies and batons."""
