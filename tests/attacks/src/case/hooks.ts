import { strict as assert } from "node:assert";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { resolveTarget } from "@lilink/services";
import { mutate } from "@lilink/test-exchange/call-api";
import { mustMutate, mustQuery } from "../must.ts";
import { publishAs } from "../plant.ts";
import type { Case } from "../world.ts";

/** A host of this machine that a webhook may call in this run; the name service knows it and no other case uses it. */
export const hookHost = "127.0.0.9";

async function listenAt(host: string, answer: (port: number) => { status: number; location?: string }) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    const { status, location } = answer((server.address() as AddressInfo).port);
    response.writeHead(status, location ? { location } : {}).end();
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const { port } = server.address() as AddressInfo;
  return { asked, port, close: () => new Promise<void>((resolve) => server.close(() => resolve())) };
}

type Hooks = { readonly deliveries: readonly { readonly status: number | null; readonly url: string }[] };

export const hooks: readonly Case[] = [
  {
    name: "hooks: a receiver that redirects to this machine's own services is not followed, whatever the status",
    run: async ({ who }) => {
      const inner = await listenAt("127.0.0.1", () => ({ status: 200 }));
      let turn = 0;
      const outer = await listenAt(hookHost, () => ({
        status: [302, 307, 308, 301][turn++ % 4] ?? 302,
        location: `http://127.0.0.1:${inner.port}/latest/meta-data`,
      }));
      const url = `http://${hookHost}:${outer.port}/hook`;
      const { publicId } = await mustMutate<{ publicId: string }>(who.supplier, "webhook.create", { url });
      try {
        await publishAs(who.supplier, who.officer, "need", {
          title: "A need whose news redirect",
          concept: "lipf6",
        });
        for (let wait = 0; wait < 150 && outer.asked.length === 0; wait += 1) await pause(100);
        assert.ok(outer.asked.length > 0, "the receiver was called");
        await pause(500);
        assert.deepEqual(inner.asked, []);
        const { deliveries } = await mustQuery<Hooks>(who.supplier, "webhook.list", {});
        assert.ok(deliveries.some(({ status }) => status !== null && status >= 300 && status < 400));
      } finally {
        await mustMutate(who.supplier, "webhook.remove", { publicId });
        await Promise.all([inner.close(), outer.close()]);
      }
    },
  },
  {
    name: "hooks: a name that turns to a private address after it was registered is not called, and one that answers twice is connected to what was looked at",
    run: async ({ who, owner }) => {
      const inner = await listenAt("127.0.0.1", () => ({ status: 200 }));
      const { publicId } = await mustMutate<{ publicId: string }>(who.supplier, "webhook.create", {
        url: `http://${hookHost}:1/hook`,
      });
      try {
        for (const host of [
          "127.0.0.1",
          "localhost",
          "[::1]",
          "169.254.169.254",
          "0.0.0.0",
          "2130706433",
          "0x7f.1",
        ]) {
          const refused = await mutate(who.supplier, "webhook.create", { url: `https://${host}/hook` });
          assert.ok(!refused.ok, `${host} is registered`);
        }
        // What the name service would have done to a name: the row leads inside, as it stands when it is sent.
        await owner.query("update webhook_endpoint set url = $2 where public_id = $1", [
          publicId,
          `https://localhost:${inner.port}/hook`,
        ]);
        await publishAs(who.supplier, who.officer, "need", {
          title: "A need whose news turn",
          concept: "lipf6",
        });
        await pause(3000);
        assert.deepEqual(inner.asked, []);
      } finally {
        await mustMutate(who.supplier, "webhook.remove", { publicId });
        await inner.close();
      }
      const answers = [["93.184.215.14"], ["93.184.215.14", "10.0.0.1"], ["127.0.0.1"], []];
      const rules = { ports: [443], testHosts: [] };
      const found = [];
      for (const addresses of answers)
        found.push(
          await resolveTarget("https://rebinds.example/hook", rules, async () =>
            addresses.map((address) => ({ address, family: 4 })),
          ),
        );
      // The connection is made to this very address: postEvent hands it over in place of a second look-up.
      assert.deepEqual(
        found.map((one) => one?.address ?? null),
        ["93.184.215.14", null, null, null],
      );
    },
  },
];
