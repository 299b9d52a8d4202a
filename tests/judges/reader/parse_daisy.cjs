// Reads a DAISY 2.02 or DAISY 3 folder with a parser that is not ours (r2-shared-js) and prints what it understood.
// node parse_daisy.cjs MODULES FOLDER
console.warn = () => {} // a note on the document type of XHTML 1.0
const path = require('node:path')
const { createRequire } = require('node:module')

const [modules, folder] = process.argv.slice(2)
const load = createRequire(path.join(modules, 'any.js'))
const { TaJsonSerialize } = load('r2-lcp-js/dist/es8-es2017/src/serializable')
load('r2-shared-js/dist/es8-es2017/src/init-globals').initGlobalConverters_SHARED()
load('r2-shared-js/dist/es8-es2017/src/init-globals').initGlobalConverters_GENERIC()
const { DaisyParsePromise } = load('r2-shared-js/dist/es8-es2017/src/parser/daisy')

DaisyParsePromise(folder).then(publication => {
  console.log(JSON.stringify(TaJsonSerialize(publication)))
  publication.freeDestroy()
})
