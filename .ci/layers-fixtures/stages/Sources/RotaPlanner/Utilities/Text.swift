struct Text {}
