"""What all views share: addresses, labels, words for times and fields, escaping."""
