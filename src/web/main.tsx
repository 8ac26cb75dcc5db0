import "@mantine/core/styles.css";
import "@mantine/spotlight/styles.css";
import "./fonts.css";
import "./base.css";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { keepApp } from "./offline/keep-app.ts";
import { firstLanguage, sentencesIn } from "./words/language.tsx";

const root = document.getElementById("root");
if (root === null) throw new Error("bug: index.html has a root");
const language = firstLanguage();
createRoot(root).render(<App words={{ language, sentences: await sentencesIn(language) }} />);
// The page is there by now, or nearly: what declares the letters of all scripts keeps it no longer.
void import("./fonts-all.css");
keepApp();
