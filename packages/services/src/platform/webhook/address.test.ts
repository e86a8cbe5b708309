import { expect, it } from "vitest";
import { isPublicAddress } from "./address.ts";
import { type Lookup, resolveTarget } from "./resolve-target.ts";
import { signEvent } from "./sign-event.ts";

it.each([
  "127.0.0.1",
  "10.1.2.3",
  "172.31.255.255",
  "192.168.0.1",
  "169.254.169.254",
  "100.100.100.200",
  "168.63.129.16",
  "0.0.0.0",
  "224.0.0.1",
  "255.255.255.255",
  "::",
  "::1",
  "::ffff:10.0.0.1",
  "::ffff:8.8.8.8",
  "64:ff9b::a00:1",
  "2002:7f00:1::",
  "2001::1",
  "fe80::1",
  "fec0::1",
  "fd00:ec2::254",
  "ff02::1",
  "nothing",
])("[WH5] does not call %s", (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

it("[WH5] calls what lies just outside", () => {
  const open = ["8.8.8.8", "172.32.0.1", "100.128.0.1", "11.0.0.1", "2606:4700::1111", "2400:3200::1"];
  expect(open.filter(isPublicAddress)).toEqual(open);
});

const answers: Readonly<Record<string, readonly string[]>> = {
  "good.example": ["93.184.215.14"],
  "mixed.example": ["93.184.215.14", "10.0.0.1"],
  "inside.example": ["::ffff:127.0.0.1"],
};
const names: Lookup = async (host) =>
  (answers[host] ?? []).map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));

const rules = { ports: [443], testHosts: [] };

it.each([
  "http://good.example/",
  "https://user:word@good.example/",
  "https://good.example:8443/",
  "https://good.example:22/",
  "https://good.example/#part",
  "https://mixed.example/",
  "https://inside.example/",
  "https://unknown.example/",
  "https://127.1/",
  "https://2130706433/",
  "https://0x7f.1/",
  "https://[::ffff:7f00:1]/",
  "https://localhost./",
])("[WH5] refuses the target %s", async (url) => {
  expect(await resolveTarget(url, rules, names)).toBeNull();
});

it("[WH5] connects to the address that it looked at; hosts of tests may be inside", async () => {
  const target = await resolveTarget(
    "https://good.example:8443/hook?a=1",
    { ports: [8443], testHosts: [] },
    names,
  );
  expect(target).toMatchObject({ address: "93.184.215.14", family: 4 });
  expect(
    await resolveTarget("http://127.0.0.1:9/", { ...rules, testHosts: ["127.0.0.1"] }, names),
  ).not.toBeNull();
  const failing: Lookup = async () => {
    throw new Error("ENOTFOUND");
  };
  expect(await resolveTarget("https://good.example/", rules, failing)).toBeNull();
});

it("[WH4] signs as the published vector of Standard Webhooks does", () => {
  const headers = signEvent(
    "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
    "msg_p5jXN8AQM9LWM0D4loKWxJek",
    new Date(1_614_265_330_000),
    '{"test": 2432232314}',
  );
  expect(headers).toEqual({
    "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
    "webhook-timestamp": "1614265330",
    "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
  });
});
