/** The compiled kernel (src/tagger/kernel), made by scripts/build-kernel.mjs. */
export const KERNEL_CODE: Uint8Array;
