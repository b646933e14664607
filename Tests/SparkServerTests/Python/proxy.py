#!/usr/bin/env python3
"""Stands between a client and a server on loopback, and prints the port where it listens.

proxy.py TARGET_PORT [--tls CERT KEY] [--cut BYTES...]

With --tls it takes off the encryption, as a gateway before a cluster would. With --cut the first
connections are cut off after so many bytes of the server's, one number for each.
"""
import argparse
import socket
import ssl
import threading


def pump(source, sink, limit, both):
    sent = 0
    try:
        while data := source.recv(65536):
            if limit is not None:
                data = data[: limit - sent]
            sink.sendall(data)
            sent += len(data)
            if limit is not None and sent >= limit:
                break
    except OSError:
        pass
    for end in both:
        try:
            end.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass


def serve(client, port, context, limit):
    try:
        if context:
            client = context.wrap_socket(client, server_side=True)
        server = socket.create_connection(("127.0.0.1", port))
    except OSError:
        client.close()
        return
    both = (client, server)
    threading.Thread(target=pump, args=(client, server, None, both), daemon=True).start()
    pump(server, client, limit, both)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("port", type=int)
    parser.add_argument("--tls", nargs=2)
    parser.add_argument("--cut", nargs="*", type=int, default=[])
    arguments = parser.parse_args()
    context = None
    if arguments.tls:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*arguments.tls)
        context.set_alpn_protocols(["h2"])
    listener = socket.create_server(("127.0.0.1", 0))
    print(listener.getsockname()[1], flush=True)
    limits = list(arguments.cut)
    while True:
        client, _ = listener.accept()
        limit = limits.pop(0) if limits else None
        threading.Thread(
            target=serve, args=(client, arguments.port, context, limit), daemon=True
        ).start()


main()
