#!/usr/bin/env python3
"""A server on loopback with a long list: so many log groups in CloudWatch Logs, in no order, a page at a time.

usage: pages.py FOLDER COUNT PAGE

FOLDER/port gets the port, FOLDER/pages how many pages it has given.  A token is the number of the next item.
"""
import http.server
import json
import math
import pathlib
import sys
import threading

FOLDER, COUNT, PAGE = pathlib.Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
STEP = next(n for n in range(max(COUNT * 3 // 7, 1), 2 * COUNT + 2) if math.gcd(n, COUNT) == 1)
IDENTITY = """<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>
<Arn>arn:aws:iam::111122223333:user/ops</Arn><UserId>AIDA</UserId><Account>111122223333</Account>
</GetCallerIdentityResult></GetCallerIdentityResponse>"""
GROUP = ('{"logGroupName":"/aws/lambda/function-%07d","creationTime":1700000000000,"retentionInDays":30,'
         '"metricFilterCount":0,"arn":"arn:aws:logs:eu-west-1:111122223333:log-group:/aws/lambda/function-%07d:*",'
         '"storedBytes":%d,"logGroupClass":"STANDARD",'
         '"logGroupArn":"arn:aws:logs:eu-west-1:111122223333:log-group:/aws/lambda/function-%07d"}')
PAGES = 0
LOCK = threading.Lock()


def page(start):
    global PAGES
    with LOCK:
        PAGES += 1
        (FOLDER / "pages").write_text(str(PAGES))
    end = min(start + PAGE, COUNT)
    numbers = (i * STEP % COUNT for i in range(start, end))
    token = f',"nextToken":"{end}"' if end < COUNT else ""
    return '{"logGroups":[%s]%s}' % (",".join(GROUP % (n, n, n, n) for n in numbers), token)


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def do_POST(self):
        asked = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if self.headers.get("X-Amz-Target"):
            body = page(int(json.loads(asked).get("nextToken", 0))).encode()
        else:
            body = IDENTITY.encode()
        self.send_response_only(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
server.daemon_threads = True
(FOLDER / "port.new").write_text(str(server.server_address[1]))
(FOLDER / "port.new").rename(FOLDER / "port")
server.serve_forever()
