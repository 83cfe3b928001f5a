"""Each file here is one check of a text, and nothing else; what several of them read by lies in the folders, by what it knows."""
