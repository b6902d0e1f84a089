"""Asks a server on loopback over and over from four threads, each at an address of its own, over TLS.

Meanwhile sockets of other addresses are open that never say a word.

    python tests/end_to_end/flood.py PORT REQUESTS

Prints how often it was answered with what, and in how many seconds.
"""

import json
import socket
import ssl
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

THREADS = 4
SILENT = 400


def flood(port: int, address: str, requests: int) -> Counter[str]:
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    request = f"GET /pair HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode()
    heard: Counter[str] = Counter()
    for _ in range(requests):
        try:
            bare = socket.create_connection(("127.0.0.1", port), 60, (address, 0))
            with context.wrap_socket(bare) as one:
                one.sendall(request)
                heard[one.recv(64).split(b" ")[1].decode()] += 1
        except (OSError, IndexError):
            heard["closed"] += 1
    return heard


if __name__ == "__main__":
    began, total = time.perf_counter(), Counter[str]()
    silent = [
        socket.create_connection(("127.0.0.1", int(sys.argv[1])), 60, (f"127.9.1.{number % 50 + 1}", 0))
        for number in range(SILENT)
    ]
    with ThreadPoolExecutor(THREADS) as pool:
        each = int(sys.argv[2]) // THREADS
        for heard in pool.map(lambda n: flood(int(sys.argv[1]), f"127.9.0.{n + 1}", each), range(THREADS)):
            total += heard
    for one in silent:
        one.close()
    print(json.dumps({"heard": total, "seconds": round(time.perf_counter() - began, 1)}))
