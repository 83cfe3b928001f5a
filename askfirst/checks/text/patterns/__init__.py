"""How very many patterns stay quick: each is tried only where something it cannot do without is met."""
