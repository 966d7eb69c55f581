"""Drives the class of wxapi.py as its author does: token file, sign-in code, member, id list, early revocation."""
import json
import sys
import urllib.request

from wxapi import WXAPI

host, corp_id, app_secret, sync_secret, code, folder = sys.argv[1:]

app = WXAPI(host, corp_id, app_secret, token_file=folder + '/app.json')
userid = app.get_user_info(code=code)['userid']
name = app.get_user_info_detail(user_id=userid)['name']

again = WXAPI(host, corp_id, app_secret, token_file=folder + '/app.json')
again.get_user_info_detail(user_id=userid)

revoke = urllib.request.Request(host + '/__simulator/tokens/revoke', data=b'{"answer":42001}', method='POST')
urllib.request.urlopen(revoke).read()
healed = app.get_user_info_detail(user_id=userid)['userid']

sync = WXAPI(host, corp_id, sync_secret, token_file=folder + '/sync.json')
ids = sync.api_request('post', '/cgi-bin/user/list_id', json={'limit': 100})

try:
    app.api_request('post', '/cgi-bin/user/list_id', json={'limit': 100})
    refused = ''
except Exception as error:
    refused = str(error)

print(json.dumps({'userid': userid, 'name': name, 'healed': healed, 'rows': len(ids['dept_user']), 'refused': refused}))
