import { InputError } from "../error/index.ts";
import type { FlowNetwork } from "./network.ts";

/**
 * Reads a minimum-cost flow problem in the DIMACS form: `p min nodes arcs`, `n node supply`,
 * `a source target lower upper cost`, nodes from 1; a negative upper bound means none.
 * @throws InputError with params {line}
 * @example readDimacs("p min 2 1\nn 1 4\nn 2 -4\na 1 2 0 4 2\n").nodes // 2
 */
export function readDimacs(text: string): FlowNetwork {
  const reader = { text, at: 0, line: 1 };
  let network: ReturnType<typeof emptyNetwork> | undefined;
  let arc = 0;
  for (; reader.at < text.length; skipLine(reader)) {
    const kind = text[reader.at];
    if (kind === "p") {
      skipTo(reader, /p\s+min/y);
      network = emptyNetwork(readNumber(reader), readNumber(reader));
    } else if (kind === "n" && network) {
      reader.at++;
      const node = readNumber(reader) - 1;
      network.supply[node] = readNumber(reader);
    } else if (kind === "a" && network) {
      reader.at++;
      network.source[arc] = readNumber(reader) - 1;
      network.target[arc] = readNumber(reader) - 1;
      network.lower[arc] = readNumber(reader);
      const upper = readNumber(reader);
      network.upper[arc] = upper < 0 ? Infinity : upper;
      network.cost[arc] = readNumber(reader);
      arc++;
    } else if (kind !== "c" && kind !== "\n" && kind !== "\r") {
      throw new InputError({ line: reader.line });
    }
  }
  if (!network || arc !== network.source.length) throw new InputError({ line: reader.line });
  return network;
}

type Reader = { readonly text: string; at: number; line: number };

function emptyNetwork(nodes: number, arcs: number) {
  return {
    nodes,
    source: new Int32Array(arcs),
    target: new Int32Array(arcs),
    lower: new Float64Array(arcs),
    upper: new Float64Array(arcs),
    cost: new Float64Array(arcs),
    supply: new Float64Array(nodes),
  };
}

function skipLine(reader: Reader): void {
  const end = reader.text.indexOf("\n", reader.at);
  reader.at = end < 0 ? reader.text.length : end + 1;
  reader.line++;
}

function skipTo(reader: Reader, form: RegExp): void {
  form.lastIndex = reader.at;
  if (!form.test(reader.text)) throw new InputError({ line: reader.line });
  reader.at = form.lastIndex;
}

const form = /[ \t]+([+-]?\d+)(?=[ \t\r\n]|$)/y;

function readNumber(reader: Reader): number {
  form.lastIndex = reader.at;
  const found = form.exec(reader.text);
  if (!found) throw new InputError({ line: reader.line });
  reader.at = form.lastIndex;
  return Number(found[1]);
}
