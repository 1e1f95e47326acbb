/** Most features a token has. */
const MOST = 160;

/** Features of a token: their hashes, and for explanations the template of each. Reused again and again. */
export class FeatureBuffer {
  readonly hashes = new Int32Array(MOST);
  readonly templates = new Int32Array(MOST);
  count = 0;

  add(hashes: Int32Array, templates: Int32Array): void {
    this.hashes.set(hashes, this.count);
    this.templates.set(templates, this.count);
    this.count += hashes.length;
  }
}
