// Opens an EPUB in a stranger's reading system in a browser without window and prints what it saw, as JSON.
// node read.mjs MODULES BROWSER BOOK.epub SECTION [light|dark SCREENSHOT.png]
import http from 'node:http'
import fs from 'node:fs'
import path from 'node:path'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'

const [modules, browserPath, book, section, scheme = 'light', picture] = process.argv.slice(2)
const found = createRequire(path.join(modules, 'any.js')).resolve('puppeteer')
const puppeteer = (await import(pathToFileURL(found))).default
const here = path.dirname(fileURLToPath(import.meta.url))
const types = { '.js': 'text/javascript', '.html': 'text/html', '.epub': 'application/epub+zip' }

const fileOf = url => {
  if (url === '/book.epub') return book
  return url.startsWith('/node_modules/') ? path.join(modules, url.slice('/node_modules'.length)) : path.join(here, url)
}
const server = http.createServer((request, response) => {
  const file = fileOf(new URL(request.url, 'http://x').pathname)
  fs.readFile(file, (error, bytes) => {
    response.writeHead(error ? 404 : 200, { 'content-type': types[path.extname(file)] ?? 'application/octet-stream' })
    response.end(error ? '' : bytes)
  })
})
await new Promise(resolve => server.listen(0, '127.0.0.1', resolve))

const browser = await puppeteer.launch({
  executablePath: browserPath,
  args: ['--no-sandbox', '--autoplay-policy=no-user-gesture-required', '--disable-background-networking', '--disable-component-update'],
})
const errors = []
try {
  const page = await browser.newPage()
  await page.setViewport({ width: 900, height: 640 })
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
  page.on('pageerror', error => errors.push(error.message))
  await page.goto(`http://127.0.0.1:${server.address().port}/player.html`)
  await page.waitForFunction('window.openBook')
  const seen = await page.evaluate('openBook()')
  const pages = await page.evaluate('turnPages()')
  const played = await page.evaluate(`listen(${Number(section)}, 2, 6000)`)
  if (picture) await page.screenshot({ path: picture })
  console.log(JSON.stringify({ ...seen, pages, ...played, errors }))
} finally {
  await browser.close()
  server.close()
}
