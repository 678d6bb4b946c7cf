/** What the server, the command line and the runner use of the core. */
export { analyse, knownRuleIds, knownRules, type AnalysedFile, type AnalysisEnvironment } from "./analyse.js";
export type { Timed } from "./run-rules.js";
export { defaultConfiguration } from "./configure.js";
export { describeSetting, type SettingDescription } from "./describe-setting.js";
export { frontEndOf, lintedEndings, lintedEndingsInWords, notationOf } from "./notation.js";
export { lintConfiguration } from "./lint-configuration.js";
export { guidelinePage, guidelineSections, pageSection, rulePage, ruleSummary } from "./pages.js";
export { applyEdits } from "./apply-edits.js";
export { fixText, fixesToApply, type FixedText } from "./fix-text.js";
export { settingText } from "./value-text.js";
export { rules } from "../rules/index.js";
export { rulesOfRuns, rulesOfTexts } from "../facts/listed-rules.js";
export { releaseNamed, unknownRelease } from "../frontends/dl4j/version/release-names.js";
