"""ONNX Runtime's own library, which the program calls without the package's Python
(core/embedding/runtimes/onnx_library.py); the general hook looks for names without a version."""

from PyInstaller.utils.hooks import collect_dynamic_libs

binaries = collect_dynamic_libs(
    "onnxruntime", search_patterns=["onnxruntime.dll", "libonnxruntime.*.dylib", "libonnxruntime.so.*"]
)
