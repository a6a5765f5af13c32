export default {
  pages: '{name}，可用 Page Up、Page Down、Home、End 翻页，用 + 和 - 缩放',
  page: '第 {page} 页，共 {pages} 页',
  first: '首页',
  before: '上一页',
  next: '下一页',
  last: '末页',
  closer: '放大',
  further: '缩小',
  zoom: '{percent}%',
  unreadable: '文件内容无法显示',
  unreadableNote: '文件可能已加密，或不是完整的 PDF。请下载后用相应程序打开，或重新上传。',
}
