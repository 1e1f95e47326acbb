/** What is used of WebAssembly, which every host has and neither the library of ECMAScript nor that of Node.js declares. */
declare namespace WebAssembly {
  class Module {
    constructor(bytes: Uint8Array);
  }
  class Instance {
    constructor(module: Module, imports: Record<string, Record<string, (...numbers: number[]) => unknown>>);
    readonly exports: object;
  }
}
