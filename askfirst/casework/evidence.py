"""Files put beside a case: taken in through the guard, sealed in the vault.

Empty until the issue that brings it.
"""
