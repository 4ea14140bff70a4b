#!/usr/bin/env python3
"""A small HTTP service, to be baked into an image and rolled out.

GET /        what answered: {"version": "2", "machine": "ip-10-0-1-7"}
POST /echo   the request's body
GET /slow    the same as GET /, two seconds later
GET /health  200, or 503 when the release says that it is not healthy

Python's standard library is all it needs. On SIGTERM it takes no new connection, finishes what it began, and leaves.
"""

import json
import os
import signal
import socket
import threading
import time
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from socketserver import TCPServer, ThreadingMixIn

# Written by the bake (playbook.yml): {"version": "2", "healthy": true}
RELEASE = json.loads(Path(__file__).with_name('release.json').read_text(encoding='utf-8'))
VERSION = RELEASE['version']
MACHINE = socket.gethostname()
SLOW_SECONDS = 2


class Service(ThreadingMixIn, TCPServer):
    """A thread for each connection. Closing the server waits for all of them."""

    allow_reuse_address = True
    daemon_threads = False
    request_queue_size = 128

    def __init__(self, address):
        super().__init__(address, Exchange)
        self.stopping = threading.Event()
        self.waiting = set()
        self.lock = threading.Lock()

    def stop(self):
        """Takes no new connection, and wakes those that wait for a next request: nothing more will be read from them."""
        with self.lock:
            self.stopping.set()
            for connection in self.waiting:
                end_reading(connection)
        self.shutdown()


class Exchange(BaseHTTPRequestHandler):
    """The requests of one connection, one after the other."""

    protocol_version = 'HTTP/1.1'
    # Longer than a load balancer's 60 seconds, so that it is never the service that closes a connection under a request.
    timeout = 75
    # One write, one packet: an answer is never held back for the acknowledgement of its own headers.
    wbufsize = -1
    disable_nagle_algorithm = True

    def handle_one_request(self):
        with self.server.lock:
            self.server.waiting.add(self.connection)
            if self.server.stopping.is_set():
                # What has arrived already is still read and answered.
                end_reading(self.connection)
        super().handle_one_request()

    def parse_request(self):
        with self.server.lock:
            self.server.waiting.discard(self.connection)
        return super().parse_request()

    def finish(self):
        with self.server.lock:
            self.server.waiting.discard(self.connection)
        super().finish()

    def do_GET(self):
        if self.path == '/':
            self.answer_json(200, {'version': VERSION, 'machine': MACHINE})
        elif self.path == '/slow':
            time.sleep(SLOW_SECONDS)
            self.answer_json(200, {'version': VERSION, 'machine': MACHINE})
        elif self.path == '/health':
            healthy = RELEASE['healthy']
            self.answer_json(200 if healthy else 503, {'healthy': healthy})
        else:
            self.answer_json(404, {'error': f'nothing at {self.path}'})

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get('Content-Length', '0')))
        if self.path == '/echo':
            self.answer(200, self.headers.get('Content-Type', 'application/octet-stream'), body)
        else:
            self.answer_json(404, {'error': f'nothing at {self.path}'})

    def answer_json(self, status, content):
        self.answer(status, 'application/json', json.dumps(content).encode())

    def answer(self, status, content_type, body):
        self.send_response(status)
        self.send_header('Content-Type', content_type)
        self.send_header('Content-Length', str(len(body)))
        self.send_header('X-Service-Version', VERSION)
        if self.server.stopping.is_set():
            self.send_header('Connection', 'close')
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format, *arguments):
        """Says nothing of single requests: the load balancer's log has them."""


def end_reading(connection):
    try:
        connection.shutdown(socket.SHUT_RD)
    except OSError:
        pass  # The other side was faster.


def main():
    address = (os.environ.get('HOST', '0.0.0.0'), int(os.environ.get('PORT', '8080')))
    with Service(address) as service:
        # shutdown() waits for serve_forever() to end, which runs in this very thread: so it gets one of its own.
        signal.signal(signal.SIGTERM, lambda *_: threading.Thread(target=service.stop).start())
        print(f'version {VERSION} listens on {address[0]}:{service.server_address[1]}', flush=True)
        service.serve_forever(poll_interval=0.1)


if __name__ == '__main__':
    main()
