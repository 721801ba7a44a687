// Answers the check set with the npm package jsgrowup: node peer.cjs FOLDER_WITH_NODE_MODULES input.csv > answer.csv
// It gets what is fairest to it: sex as M or F, months as days / 30.4375, its adjustment beyond 3 SD switched on, length table below 24 months, height from then on.
const path = require('path');
const fs = require('fs');
const grow = require(path.join(process.argv[2], 'node_modules', 'jsgrowup'));
console.log = () => {};
const number = text => text === '' ? null : Number(text);
grow.buildTablesObject().then(tables => {
  const calculator = new grow.Calculator(false, true, tables);
  const ask = (...question) => {
    try {
      const z = calculator.zscoreForMeasurement(...question);
      return Number.isFinite(z) ? z : '';
    } catch {
      return '';
    }
  };
  const lines = fs.readFileSync(process.argv[3], 'utf8').trimEnd().split('\n').slice(1);
  const out = ['id,zlen,zwei,zwfl,zbmi,zhc'];
  for (const line of lines) {
    const [id, sexCode, days, weightText, lengthText, , , headText] = line.split(',');
    const sex = '1mM'.includes(sexCode) && sexCode ? 'M' : '2fF'.includes(sexCode) && sexCode ? 'F' : null;
    const months = days === '' || Number(days) < 0 ? null : Number(days) / 30.4375;
    const [weight, length, head] = [number(weightText), number(lengthText), number(headText)];
    const table = months !== null && months < 24 ? grow.WEIGHT_FOR_LENGTH : grow.WEIGHT_FOR_HEIGHT;
    const bmi = weight && length ? weight / (length / 100) ** 2 : null;
    out.push([id,
      ask(grow.LENGTH_HEIGHT_FOR_AGE, length, months, sex),
      ask(grow.WEIGHT_FOR_AGE, weight, months, sex),
      ask(table, weight, months, sex, length),
      ask(grow.BODY_MASS_INDEX_FOR_AGE, bmi, months, sex),
      ask(grow.HEAD_CIRC_FOR_AGE, head, months, sex)].join(','));
  }
  process.stdout.write(out.join('\n') + '\n');
});
