// posthog-node: what a shop's server written in JavaScript sends.
import { createInterface } from "node:readline";
import { PostHog } from "posthog-node";

const user = process.argv[2];
const client = new PostHog(process.env.KEY, {
    host: process.env.HUB,
    fetchRetryCount: 20, // three are over before a hub has started again on a busy machine
});
client.on("error", (error) => console.error(error.message));
for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() === "story") {
        client.identify({ distinctId: user, properties: { email: `${user}@example.org` } });
        client.capture({
            distinctId: user,
            event: "$pageview",
            properties: { title: "Novità", $current_url: "https://shop.example.org/" },
        });
        client.capture({ distinctId: user, event: "Products Searched", properties: { query: "scarpe" } });
    } else {
        for (let number = 0; number < 250; number++) {
            client.capture({ distinctId: user, event: "Products Searched", properties: { query: `scarpe ${number}` } });
        }
    }
    await client.flush();
    console.log("done");
}
await client.shutdown();
