// validate.js RELEASE SCHEMAS - the data package of a release by implementations that are not ours:
// datapackage and tableschema read every row of every CSV against its Table Schema (types,
// constraints, keys, foreign keys), ajv every object of every JSON against its JSON Schema.
'use strict';
const fs = require('fs');
const path = require('path');
const {Package} = require('datapackage');
const Ajv = require('ajv/dist/2020');

const [release, schemas] = process.argv.slice(2);
let wrong = 0;

function say(what) {
  console.log(what);
  wrong++;
}

async function readTables() {
  const all = await Package.load(path.join(release, 'datapackage.json'), {basePath: release, strict: false});
  all.errors.forEach((e) => say('datapackage.json: ' + e.message));
  for (const r of all.resources) {
    if (r.descriptor.profile !== 'tabular-data-resource') continue;
    try {
      // With relations, foreign keys are followed; lines of the file are counted apart.
      await r.read({keyed: true, relations: true});
    } catch (e) {
      say(r.name + ': ' + e.message);
      (e.errors || []).slice(0, 5).forEach((x) => say('  ' + x.message));
    }
  }
}

function readObjects() {
  const ajv = new Ajv({strict: true, allErrors: true, allowUnionTypes: true});
  ajv.addKeyword('x-csv-examples');
  for (const file of fs.readdirSync(schemas)) {
    if (!file.endsWith('.json') || file.endsWith('.table.json')) continue;
    const check = ajv.compile(JSON.parse(fs.readFileSync(path.join(schemas, file), 'utf8')));
    const json = path.join(release, file);
    if (!fs.existsSync(json)) continue;
    for (const row of JSON.parse(fs.readFileSync(json, 'utf8')))
      if (!check(row)) say(file + ' ' + (row.id || row.document) + ': ' + ajv.errorsText(check.errors));
  }
}

readTables().then(readObjects).then(() => process.exit(wrong ? 1 : 0), (e) => {
  console.log(e);
  process.exit(1);
});
