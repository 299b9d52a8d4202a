// Opens the HTML edition in a browser at 400% zoom and prints, as JSON, what does not fit and what axe finds wrong.
// node page.mjs MODULES BROWSER PAGE.html [light|dark SCREENSHOT.png]
import fs from 'node:fs'
import path from 'node:path'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

const [modules, browserPath, page, scheme = 'light', picture] = process.argv.slice(2)
const require = createRequire(path.join(modules, 'any.js'))
const puppeteer = (await import(pathToFileURL(require.resolve('puppeteer')))).default
const axe = fs.readFileSync(require.resolve('@daisy/axe-core-for-ace'), 'utf-8')

const browser = await puppeteer.launch({ executablePath: browserPath, args: ['--no-sandbox'] })
try {
  const tab = await browser.newPage()
  // A window 1280 wide at 400% is 320 wide for the page (WCAG 2.2, 1.4.10 Reflow).
  await tab.setViewport({ width: 320, height: 256, deviceScaleFactor: 2 })
  await tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
  await tab.goto(pathToFileURL(page))
  const wide = await tab.evaluate(() => {
    const root = document.documentElement
    const sticking = [...document.body.querySelectorAll('*:not(.skip)')]
      .filter(element => element.getBoundingClientRect().right > root.clientWidth + 1)
    return root.scrollWidth > root.clientWidth ? sticking.map(element => element.outerHTML.slice(0, 120)) : []
  })
  const players = await tab.evaluate(() =>
    [...document.querySelectorAll('audio')].map(audio => audio.getBoundingClientRect().height > 20))
  const sound = await tab.evaluate(() => new Promise(resolve => {
    const audio = document.querySelector('audio')
    audio.onloadedmetadata = () => resolve(audio.duration)
    audio.onerror = () => resolve(0)
    audio.preload = 'metadata'
    audio.load()
  }))
  await tab.evaluate(axe)
  const { violations } = await tab.evaluate(() => window.axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  }))
  if (picture) {
    await tab.evaluate(() => document.querySelectorAll('h2')[4]?.scrollIntoView())
    await tab.screenshot({ path: picture })
  }
  console.log(JSON.stringify({
    wide, players, sound,
    violations: violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 160)}`),
  }))
} finally {
  await browser.close()
}
