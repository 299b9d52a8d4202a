// Reads an EPUB with a second, unrelated parser (r2-shared-js, the line of Readium) and prints what it understood.
// node parse.cjs MODULES BOOK.epub
const path = require('node:path')
const { createRequire } = require('node:module')

const [modules, book] = process.argv.slice(2)
const load = createRequire(path.join(modules, 'any.js'))
const { TaJsonSerialize } = load('r2-lcp-js/dist/es8-es2017/src/serializable')
load('r2-shared-js/dist/es8-es2017/src/init-globals').initGlobalConverters_SHARED()
load('r2-shared-js/dist/es8-es2017/src/init-globals').initGlobalConverters_GENERIC()
const { EpubParsePromise } = load('r2-shared-js/dist/es8-es2017/src/parser/epub')

EpubParsePromise(book).then(publication => {
  console.log(JSON.stringify(TaJsonSerialize(publication)))
  publication.freeDestroy()
})
