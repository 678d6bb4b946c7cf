// Makes the addon anew: tfjs-node's own two C++ files, compiled against the library inside the wheel that the installer fetches.
//   node runner/addon/build.mjs          needs Linux on x64, npm, python3 with pip, tar, g++
// N-API on one side and TensorFlow's C interface on the other: one file serves Node.js 20 and later, and TensorFlow 2.12 to 2.18.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const target = path.join(import.meta.dirname, "linux-x64", "tfjs_binding.node");
const folder = mkdtempSync(path.join(tmpdir(), "nnlint-addon-"));
try {
  fetchSources();
  compile();
  const hash = createHash("sha256").update(readFileSync(target)).digest("hex");
  console.log(`${hash}  ${path.relative(process.cwd(), target)}`);
} finally {
  rmSync(folder, { recursive: true });
}

function run(program, ...args) {
  execFileSync(program, args, { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
}

/** tfjs-node's C++, Node's headers for addons, and TensorFlow's library with its headers. */
function fetchSources() {
  for (const [name, version] of Object.entries({ "@tensorflow/tfjs-node": "4.22.0", "node-api-headers": "1.9.0" })) {
    run("npm", "pack", "--silent", `${name}@${version}`);
    const archive = readdirSync(folder).find((file) => file.endsWith(".tgz"));
    mkdirSync(path.join(folder, path.basename(name)));
    run("tar", "xzf", archive, "--strip-components=1", "-C", path.basename(name));
    rmSync(path.join(folder, archive));
  }
  const wheel = ["--no-deps", "--only-binary=:all:", "--implementation", "cp", "--python-version", "3.11"];
  run("python3", "-m", "pip", "download", "-q", ...wheel, "--platform", "manylinux2014_x86_64", "tensorflow-cpu==2.15.1");
  run(
    "python3",
    "-m",
    "zipfile",
    "-e",
    readdirSync(folder).find((file) => file.endsWith(".whl")),
    "wheel",
  );
}

function compile() {
  mkdirSync(path.dirname(target), { recursive: true });
  run(
    "g++",
    ...["-std=c++17", "-O2", "-fPIC", "-shared", "-w", "-s", "-static-libstdc++", "-ffunction-sections", "-fdata-sections"],
    ...["-Wl,--gc-sections", "-Wl,--exclude-libs,ALL", "-Wl,-rpath,$ORIGIN/lib/tensorflow"],
    ...["-DNAPI_VERSION=8", "-DNODE_GYP_MODULE_NAME=tfjs_binding", "-DBUILDING_NODE_EXTENSION"],
    ...["-Inode-api-headers/include", "-Iwheel/tensorflow/include"],
    ...["tfjs-node/binding/tfjs_backend.cc", "tfjs-node/binding/tfjs_binding.cc"],
    ...["wheel/tensorflow/libtensorflow_cc.so.2", "wheel/tensorflow/libtensorflow_framework.so.2"],
    ...["-o", target],
  );
}
