// @rudderstack/rudder-sdk-node: what a shop's server written in JavaScript sends.
import { createInterface } from "node:readline";
import RudderAnalytics from "@rudderstack/rudder-sdk-node";

const user = process.argv[2];
const client = new RudderAnalytics(process.env.KEY, {
    dataPlaneUrl: process.env.HUB,
    retryCount: 9, // three are over before a hub has started again on a busy machine
    errorHandler: (error) => console.error(error.code, error.message),
});
for await (const line of createInterface({ input: process.stdin })) {
    const told = [];
    const tell = (call, message) => told.push(new Promise((taken) => client[call](message, taken)));
    if (line.trim() === "story") {
        tell("identify", { userId: user, anonymousId: "device-1", traits: { email: `${user}@example.org` } });
        tell("page", { userId: user, name: "Novità", properties: { url: "https://shop.example.org/" } });
        tell("track", { userId: user, event: "Products Searched", properties: { query: "scarpe" } });
    } else {
        for (let number = 0; number < 250; number++) {
            tell("track", { userId: user, event: "Products Searched", properties: { query: `scarpe ${number}` } });
        }
    }
    while (client.queue.length) await client.flush();
    await Promise.all(told);
    console.log("done");
}
process.exit(0);
