import json
import logging
import os
import sys
import time

import requests

FORMAT = '[%(asctime)s (line:%(lineno)d) %(levelname)s] %(message)s'
logging.basicConfig(level=logging.INFO, datefmt='%Y-%m-%d %H:%M:%S', format=FORMAT)
logger = logging.getLogger(__name__)

class WXAPI:
    # https://developer.work.weixin.qq.com/document/path/90313
    error_token_code = [40014, 42001]  # token错误或失效的状态码

    def __init__(self, host, corp_id, corp_secret, timeout=10, token_file=''):
        self.host = host
        self.corp_id = corp_id
        self.corp_secret = corp_secret
        self.timeout = timeout
        if token_file:
            self.token_file = token_file
        else:
            # 如果不设置token文件绝对路径，则在当前目录下面创建一个
            token_file_dirname = os.path.dirname(os.path.abspath(__file__))
            self.token_file = os.path.join(token_file_dirname, 'token.json')
        self.token = None
        self.token_expiry = 0
        self.load_token()

    def load_token(self):
        """
        从文件中加载token和过期时间。如果文件不存在，则获取新的token。
        """
        if os.path.exists(self.token_file):
            with open(self.token_file, "r") as f:
                data = json.load(f)
                self.token = data.get("access_token")
                self.token_expiry = data.get("expiry_time", 0)
        else:
            self.get_token_and_save()

    def get_token(self):
        """
        获取企业微信的access_token。如果文件中的token有效则直接使用，否则重新获取。
        """
        # 如果token未过期，直接返回token
        if self.token and self.token_expiry > time.time():
            return self.token

        # 重新获取token并保存
        self.get_token_and_save()
        return self.token

    def get_token_and_save(self):
        """
        获取新的企业微信access_token和计算过期时间(提前10分钟过期)并保存到文件。
		https://developer.work.weixin.qq.com/document/path/91039
        """
        url = self.host + '/cgi-bin/gettoken'
        params = {'corpid': self.corp_id, 'corpsecret': self.corp_secret}
        resp = requests.get(url, params=params, verify=False, timeout=self.timeout)
        if resp.status_code == 200 and resp.json()['errcode'] == 0:
            self.token = resp.json()['access_token']
            self.token_expiry = time.time() + resp.json().get('expires_in', 7200) - 600  # 提前10分钟
            data = {
                "access_token": self.token,
                "expiry_time": self.token_expiry
            }
            with open(self.token_file, "w") as f:
                json.dump(data, f)
        else:
            raise Exception('获取token失败: error {}'.format(resp.text))

    def api_request(self, method, api, **kwargs):
        url = self.host + api
        kwargs['params'] = kwargs.get('params', {})
        kwargs['params']['access_token'] = self.get_token()
        resp = requests.request(method, url, verify=False, timeout=self.timeout, **kwargs)
        if resp.status_code == 200 and resp.json()['errcode'] in self.error_token_code:
            logger.info('token 不合法或过期，重新获取并请求')
            self.get_token_and_save()  # 强制更新token
            kwargs['params']['access_token'] = self.get_token()
            resp = requests.request(method, url, verify=False, timeout=self.timeout, **kwargs)
        if resp.status_code == 200 and resp.json()['errcode'] == 0:
            return resp.json()
        raise Exception('请求{}失败, resp {}'.format(resp.request.url, resp.text))

    def get_user_info(self, code):
        """
        使用code获取企业微信用户信息
        https://developer.work.weixin.qq.com/document/path/91023
        {
           "errcode": 0,
           "errmsg": "ok",
           "userid":"USERID",
           "user_ticket": "USER_TICKET"
        }
        :param code:
        :return:
        """
        api = '/cgi-bin/auth/getuserinfo'
        params = {'code': code}
        user_info = self.api_request('get', api, params=params)
        return user_info

    def get_user_info_detail(self, user_id):
        """
        通过userid获取用户更多信息，当userid不满足登录信息要求时调用
        https://developer.work.weixin.qq.com/document/path/90196
        :param user_id:
        :return:
        """
        api = '/cgi-bin/user/get'
        params = {'userid': user_id}
        user_info = self.api_request('get', api, params=params)
        return user_info

if __name__ == '__main__':
    _api = WXAPI('https://xx.weixin.qq.com', 'xxxxx', 'xxxx', token_file='/tmp/token.json')
    _data = _api.api_request('post', '/cgi-bin/user/list_id', json={'limit': 100})
    print(_data)
