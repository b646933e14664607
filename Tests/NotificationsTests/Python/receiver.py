"""An HTTP receiver on 127.0.0.1 for the tests: prints its port, then answers by its mode.

usage: receiver.py MODE LOG

modes:  a status code, or several with commas: one for each request, the last for all further ones;
        a code may be followed by `/SECONDS` for a Retry-After header or `>URL` for a Location
        hang: takes the request and never answers
        drip: answers with headers that never end
        down: prints a port that nobody listens on, and ends
LOG gets a line of JSON for each request: path, headers, body.
It ends with its standard input, so that the process of the tests leaves nothing behind, and by
itself after some minutes.
"""

import contextlib
import http.server
import json
import os
import socket
import sys
import threading
import time

LIFE_TIME = 300  # seconds; a test that is stopped leaves no server behind for long


class Receiver(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        self.log_request_line("POST")
        if mode == "hang":
            time.sleep(LIFE_TIME)
        elif mode == "drip":
            with contextlib.suppress(ConnectionError):
                self.drip()
        else:
            self.answer(answers.pop(0) if len(answers) > 1 else answers[0])

    def do_GET(self):
        self.log_request_line("GET")
        self.answer("200")

    def log_request_line(self, method):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        entry = {
            "method": method,
            "path": self.path,
            "headers": {name.lower(): value for name, value in self.headers.items()},
            "body": body.decode(),
        }
        with lock, open(log, "a", encoding="utf-8") as file:
            file.write(json.dumps(entry) + "\n")

    def drip(self):
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        for number in range(LIFE_TIME * 10):
            self.wfile.write(b"X-Drip-%d: 1\r\n" % number)
            time.sleep(0.1)

    def answer(self, answer):
        code, _, location = answer.partition(">")
        code, _, wait = code.partition("/")
        self.send_response(int(code))
        if wait:
            self.send_header("Retry-After", wait)
        if location:
            self.send_header("Location", location)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


def end_with_input():
    sys.stdin.buffer.read()
    os._exit(0)


mode, log = sys.argv[1:]
answers = mode.split(",")
lock = threading.Lock()
if mode == "down":
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        print(unused.getsockname()[1], flush=True)
    sys.exit()
end = threading.Timer(LIFE_TIME, os._exit, [0])
end.daemon = True
end.start()
threading.Thread(target=end_with_input, daemon=True).start()
server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Receiver)
print(server.server_address[1], flush=True)
server.serve_forever()
