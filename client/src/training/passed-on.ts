/** What a program of nnlint's may know of the environment: where programs, temporary files and installed backends lie, and the language; no secrets. */
const passedOn = [
  ...["PATH", "HOME", "USERPROFILE", "SystemRoot", "TMPDIR", "TEMP", "TMP", "LANG", "LC_ALL"],
  ...["XDG_DATA_HOME", "XDG_CACHE_HOME", "LOCALAPPDATA"],
];

/** What an installation may know, too: how its packages are reached. npm and pip read the rest from their own files. */
const passedOnToInstaller = [
  ...["HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "http_proxy", "https_proxy", "no_proxy"],
  ...["SSL_CERT_FILE", "NODE_EXTRA_CA_CERTS", "PIP_INDEX_URL", "PIP_CERT", "npm_config_registry", "NPM_CONFIG_REGISTRY", "APPDATA"],
];

/** The environment of a run. An editor's own program is told to be Node.js. */
export function runEnvironment(): NodeJS.ProcessEnv {
  return environmentOf(passedOn);
}

/** The environment of an installation. */
export function installEnvironment(): NodeJS.ProcessEnv {
  return environmentOf([...passedOn, ...passedOnToInstaller]);
}

function environmentOf(names: readonly string[]): NodeJS.ProcessEnv {
  const known = Object.entries(process.env).filter(([name]) => names.includes(name));
  return { ...Object.fromEntries(known), ELECTRON_RUN_AS_NODE: "1" };
}
