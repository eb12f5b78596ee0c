"""The seen strip: in which weeks was each child seen?"""
