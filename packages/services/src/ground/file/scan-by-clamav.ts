import { connect, type Socket } from "node:net";
import { LilinkError } from "@lilink/model/error";

/** As long as a scan may take; whoever waits for it gets UNAVAILABLE then. */
const longestMilliseconds = 10_000;
const chunkBytes = 64 * 1024;

/**
 * Asks a clamd whether it knows the bytes as harmful, by the command INSTREAM of its protocol. A scanner that does not
 * answer lets nothing through ([RA8]).
 */
export async function scanByClamav(address: string, bytes: Uint8Array): Promise<"clean" | "infected"> {
  const answer = await converse(address, bytes).catch((error: unknown) => {
    throw new LilinkError("UNAVAILABLE", {}, [], error);
  });
  if (/: OK\0?\s*$/.test(answer)) return "clean";
  if (/ FOUND\0?\s*$/.test(answer)) return "infected";
  throw new LilinkError("UNAVAILABLE", {}, [], new Error(`clamd answers ${answer.slice(0, 100)}`));
}

function converse(address: string, bytes: Uint8Array): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = open(address);
    let answer = "";
    socket.setTimeout(longestMilliseconds, () => socket.destroy(new Error("clamd does not answer")));
    socket.on("data", (part) => {
      answer += part.toString("utf8");
    });
    socket.on("error", (error) => (answer === "" ? reject(error) : resolve(answer)));
    socket.on("close", () => resolve(answer));
    socket.write("zINSTREAM\0");
    for (let from = 0; from < bytes.byteLength; from += chunkBytes) {
      const chunk = bytes.subarray(from, from + chunkBytes);
      socket.write(toLength(chunk.byteLength));
      socket.write(chunk);
    }
    socket.write(toLength(0));
  });
}

function toLength(length: number): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(length);
  return head;
}

function open(address: string): Socket {
  if (address.startsWith("/")) return connect(address);
  const at = address.lastIndexOf(":");
  return connect(Number(address.slice(at + 1)), address.slice(0, at).replace(/^\[|\]$/g, ""));
}
