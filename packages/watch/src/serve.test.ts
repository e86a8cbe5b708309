import type { AddressInfo } from "node:net";
import { networkInterfaces } from "node:os";
import { expect, it } from "vitest";
import { serveMetrics } from "./serve.ts";

it("[OB1] metrics answer only at one address of this machine", async () => {
  const server = await serveMetrics({ contentType: "text/plain", write: async () => "up 1" }, 0);
  try {
    const { address, port } = server.address() as AddressInfo;
    expect(address).toBe("127.0.0.1");
    expect(await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()).toBe("up 1");
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(404);
    const others = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
    for (const { family, internal, address: other } of others)
      if (family === "IPv4" && !internal)
        await expect(fetch(`http://${other}:${port}/metrics`)).rejects.toThrow();
  } finally {
    server.close();
  }
});
