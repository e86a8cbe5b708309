import { FileRefusal } from "@lilink/model/file";
import { parseXml } from "./read-xml.ts";

/** An element with what stands in it; names come without their prefix. */
export type TreeNode = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly children: readonly TreeNode[];
};
type Growing = {
  name: string;
  attributes: Record<string, string>;
  text: string;
  children: Growing[];
};

const grow = (name: string, attributes: Record<string, string> = {}): Growing => ({
  ...{ name, attributes, text: "", children: [] },
});

/** A whole XML text as a tree. For files that are small enough to be held; the thread's memory bounds them. @throws FileRefusal */
export function parseTree(text: string): TreeNode {
  const root = grow("");
  const path = [root];
  parseXml(text, {
    open: (name, attributes) => {
      const plain = Object.entries(attributes).map(([key, value]) => [
        key.slice(key.indexOf(":") + 1),
        value,
      ]);
      const node = grow(name, Object.fromEntries(plain));
      path.at(-1)?.children.push(node);
      path.push(node);
    },
    close: () => {
      path.pop();
    },
    text: (piece) => {
      const node = path.at(-1);
      if (node) node.text += piece.trim() === "" ? "" : piece;
    },
  });
  return root;
}

/** So deep a JSON may nest. */
const deepest = 64;

/**
 * A JSON text as the same tree: members with their first letter large as ST.97 writes the names of ST.96, arrays as repeated elements, texts
 * as `value` or `content` where an object holds them. @throws FileRefusal
 */
export function treeOfJson(text: string): TreeNode {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch (error) {
    throw new FileRefusal("damaged", {}, error);
  }
  return toNode("", given, 0);
}

function toNode(name: string, value: unknown, depth: number): TreeNode {
  if (depth > deepest) throw new FileRefusal("damaged");
  if (value === null || typeof value !== "object")
    return { ...grow(name), text: value === null || value === undefined ? "" : String(value) };
  const node = grow(name);
  for (const [key, member] of Object.entries(value)) {
    const plain = key.replace(/^@/, "");
    if (typeof member !== "object") node.attributes[plain] = String(member);
    if (plain === "value" || plain === "content" || plain === "$")
      node.text = String([member].flat()[0] ?? "");
    const child = plain.replace(/^[a-z]/, (letter) => letter.toUpperCase());
    for (const one of [member].flat()) node.children.push(toNode(child, one, depth + 1) as Growing);
  }
  return node;
}
