export * from './core.js';
export { Kunye, type LoadOptions } from './load/kunye.js';
