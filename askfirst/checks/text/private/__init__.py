"""What is not public: private facts of somebody, matters of a life, matters inside the school."""
