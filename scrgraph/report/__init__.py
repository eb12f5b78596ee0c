"""The pack: a Word document of a whole review, with its chronology and findings as Excel."""
