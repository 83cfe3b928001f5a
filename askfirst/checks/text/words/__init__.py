"""How a text is read before any rule looks: letters folded, disguises undone, words, sentences, days, digits as people say them."""
