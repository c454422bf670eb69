"""PDF -> slides: their text, their pictures, kept in a store. No Sphinx, no docutils."""
