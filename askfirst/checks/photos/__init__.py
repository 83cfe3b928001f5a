"""A photo somebody is about to post: what its file gives away besides the picture. One check, one file, one clause, its own examples."""
