import { OUTPUT_SCHEMA } from '../output/schema.js';
import type { Session } from './session.js';

/** `kunye schema`: prints the JSON Schema of one document's output. */
export async function schema(session: Session): Promise<void> {
  await session.out.write(`${JSON.stringify(OUTPUT_SCHEMA, null, 2)}\n`);
}
