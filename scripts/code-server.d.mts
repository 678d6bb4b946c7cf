/** The oldest VS Code that the manifest allows, and a current one. */
export declare const versions: { readonly oldest: string; readonly current: string };

/** The programs of a release after {@link setUp}: the Node it asks for, and the server's main file. */
export declare function programsOf(version: string): { readonly node: string; readonly main: string };

/** Installs the release where it is not there yet. */
export declare function setUp(version: string): void;

/** A font for code: the packaged Chromium brings none of fixed width. */
export declare function setUpFonts(): void;
