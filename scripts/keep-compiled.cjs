// Loaded before the command line (node --require): when the run ends, writes the code it has compiled to where bin/kunye.js looks for it.
const { writeFileSync } = require('node:fs');
const vm = require('node:vm');

vm.Script = class extends vm.Script {
  constructor(source, options) {
    super(source, options);
    process.on('exit', () =>
      writeFileSync(`${options.filename}.${process.version}-${process.arch}`, this.createCachedData()),
    );
  }
};
