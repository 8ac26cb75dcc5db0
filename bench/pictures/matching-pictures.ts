/**
 * Draws the pictures of docs/matching.md and fills in its tables, all from the frozen results.
 * Usage: npm run matching:pictures
 */
import { writeMatchingFiles } from "./pages.ts";

for (const path of writeMatchingFiles()) console.log(path);
