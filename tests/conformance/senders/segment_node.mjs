// @segment/analytics-node: what a shop's server written in JavaScript sends.
import { createInterface } from "node:readline";
import { Analytics } from "@segment/analytics-node";

const user = process.argv[2];
const client = new Analytics({
    writeKey: process.env.KEY,
    host: process.env.HUB,
    maxRetries: 10, // three are over before a hub has started again on a busy machine
});
client.on("error", (error) => console.error(error.code, error.reason));
for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() === "story") {
        client.identify({ userId: user, anonymousId: "device-1", traits: { email: `${user}@example.org` } });
        client.page({ userId: user, name: "Novità", properties: { url: "https://shop.example.org/" } });
        client.track({ userId: user, event: "Products Searched", properties: { query: "scarpe" } });
    } else {
        for (let number = 0; number < 250; number++) {
            client.track({ userId: user, event: "Products Searched", properties: { query: `scarpe ${number}` } });
        }
    }
    await client.flush();
    console.log("done");
}
await client.closeAndFlush();
