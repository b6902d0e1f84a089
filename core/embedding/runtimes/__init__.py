"""What runs a network: ONNX Runtime, torch in a child process, the export between them."""
