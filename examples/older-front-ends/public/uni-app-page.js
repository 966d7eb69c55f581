// The script of the page, as it was written.
export default {
  created() {
    this.getUserIdByCode()
  },
  methods: {
    // 获取userID
    getUserIdByCode() {
      console.log('钩子函数执行了')
      const code = this.GetQueryString('code')
      if (code) {
        // 通过code获取用户信息
        this.getUserId(code)
      }
    },
    // 获取code
    GetQueryString(name) {
      var reg = new RegExp('(^|&)' + name + '=([^&]*)(&|$)')
      var r = window.location.search.substr(1).match(reg)
      if (r != null) return unescape(r[2]);
      return null
    },
    getUserId(code) {
      uni.request({
        url: 'http://localhost:13889/wechat/getUserId/' + code,
        method: 'POST',
        success: (res) => {
          this.userId = res.data.data
          console.log("员工工号:" + this.userId);
        }
      })
    }
  }
}
