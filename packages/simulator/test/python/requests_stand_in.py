"""The few calls of `requests` that wxapi.py makes, on the standard library. Used where requests is not installed."""
import json as _json
import urllib.parse
import urllib.request


class _Sent:
    def __init__(self, url):
        self.url = url


class Response:
    def __init__(self, status_code, body, url):
        self.status_code = status_code
        self.text = body.decode('utf-8')
        self.request = _Sent(url)

    def json(self):
        return _json.loads(self.text)


def request(method, url, params=None, json=None, verify=True, timeout=None):
    full = url + '?' + urllib.parse.urlencode(params or {})
    body = None if json is None else _json.dumps(json).encode('utf-8')
    headers = {} if json is None else {'Content-Type': 'application/json'}
    sent = urllib.request.Request(full, data=body, headers=headers, method=method.upper())
    with urllib.request.urlopen(sent, timeout=timeout) as answer:
        return Response(answer.status, answer.read(), full)


def get(url, **kwargs):
    return request('get', url, **kwargs)
