/** A file comes in from the desk, is found by its numbers, and stands beside the conversation of its customer. */
import { expect, test } from 'vitest';
import { desk, stage } from './stage/stage.ts';
