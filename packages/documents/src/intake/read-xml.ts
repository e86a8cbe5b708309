import type { Readable } from "node:stream";
import { FileRefusal } from "@lilink/model/file";
import { SaxesParser } from "saxes";
import type { Archive } from "./check-archive.ts";

export type XmlHandlers = {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
};

/** So many characters without an end of a tag or a text are no table any more. */
const longestToken = 1_000_000;
const deepest = 64;

/**
 * Reads a part of an archive piece by piece; after each, what the handlers gathered can be used. Names come without their
 * prefix. A document type is refused at once, so that no entity is ever defined; none is fetched in any case.
 */
export async function* readXml(
  archive: Archive,
  name: string,
  handlers: XmlHandlers,
): AsyncGenerator<void, void, undefined> {
  const entry = archive.entries.get(name.toLowerCase());
  if (!entry) throw new FileRefusal("damaged", { part: name });
  const parser = new SaxesParser({ position: false });
  const guard = guardOf(parser, handlers);
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let stream: Readable | undefined;
  try {
    stream = await archive.zip.openReadStreamPromise(entry);
    for await (const piece of stream) {
      const text = decoder.decode(piece as Uint8Array, { stream: true });
      parser.write(text);
      guard.count(text.length);
      yield;
    }
    parser.write(decoder.decode()).close();
    yield;
  } catch (error) {
    throw error instanceof FileRefusal ? error : new FileRefusal("damaged", { part: name }, error);
  } finally {
    stream?.destroy();
  }
}

/** Reads an XML text at once, with the same guards. @throws FileRefusal */
export function parseXml(text: string, handlers: XmlHandlers): void {
  const parser = new SaxesParser({ position: false });
  guardOf(parser, handlers);
  try {
    parser.write(text).close();
  } catch (error) {
    throw error instanceof FileRefusal ? error : new FileRefusal("damaged", {}, error);
  }
}

/** Reads a small part to its end. */
export async function readWholeXml(archive: Archive, name: string, handlers: XmlHandlers): Promise<void> {
  for await (const _ of readXml(archive, name, handlers));
}

function guardOf(parser: SaxesParser, handlers: XmlHandlers) {
  let depth = 0;
  let silent = 0;
  parser.on("doctype", () => {
    throw new FileRefusal("entities");
  });
  parser.on("opentag", ({ name, attributes }) => {
    silent = 0;
    depth += 1;
    if (depth > deepest) throw new FileRefusal("damaged");
    handlers.open(localName(name), attributes as Record<string, string>);
  });
  parser.on("closetag", ({ name }) => {
    silent = 0;
    depth -= 1;
    handlers.close?.(localName(name));
  });
  const onText = (text: string) => {
    silent = 0;
    handlers.text?.(text);
  };
  parser.on("text", onText);
  parser.on("cdata", onText);
  return {
    count: (length: number) => {
      silent += length;
      if (silent > longestToken) throw new FileRefusal("unfoldsTooFar");
    },
  };
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}
