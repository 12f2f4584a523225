#!/usr/bin/env python3
"""Writes the large sample: 12 waves, 1,000 servers in 3 Regions. The same output every time.

Writes plan.yaml and environment.json beside itself. The environment is for the simulator.
"""
import hashlib
import json
import pathlib
import re

HERE = pathlib.Path(__file__).resolve().parent
ACCOUNT = "123456789012"
REGIONS = {"us-east-1": 400, "us-west-2": 300, "eu-west-1": 300}

# name, Region, servers, waves that must be done before
WAVES = [
    ("Core-East", "us-east-1", 60, []),
    ("Core-West", "us-west-2", 60, []),
    ("Core-Europe", "eu-west-1", 60, []),
    ("Data-East", "us-east-1", 100, ["Core-East"]),
    ("Data-West", "us-west-2", 80, ["Core-West"]),
    ("Data-Europe", "eu-west-1", 80, ["Core-Europe"]),
    ("Services-East", "us-east-1", 140, ["Data-East"]),
    ("Services-West", "us-west-2", 100, ["Data-West"]),
    ("Services-Europe", "eu-west-1", 100, ["Data-Europe"]),
    ("Web-East", "us-east-1", 100, ["Services-East", "Data-West"]),
    ("Web-West", "us-west-2", 60, ["Services-West"]),
    ("Web-Europe", "eu-west-1", 60, ["Services-Europe", "Web-East", "Web-West"]),
]
NUMBER = {region: number for number, region in enumerate(REGIONS, start=1)}


def subnet(region):
    return f"subnet-0b1b2c3d4e5f6000{NUMBER[region]}"


def security_group(region):
    return f"sg-0b1b2c3d4e5f6000{NUMBER[region]}"


def server_id(name):
    return "s-" + hashlib.sha256(name.encode()).hexdigest()[:17]


def group(name, region, database):
    lines = [
        f"  - groupName: {name}",
        f"    region: {region}",
        f"    serverSelectionTags: {{DR-Application: estate, DR-Wave: {name}}}",
    ]
    if database:
        lines += [
            "    launchConfig:",
            "      instanceType: m5.large",
            f"      subnetId: {subnet(region)}",
            f"      securityGroupIds: [{security_group(region)}]",
        ]
    return lines


def action(name, document, parameter, value, seconds):
    return [
        f"          - name: {name}",
        f"            documentName: {document}",
        f"            parameters: {{{parameter}: {value}}}",
        f"            maxWaitTime: {seconds}",
    ]


def wave(name, after):
    lines = [
        f"      - waveName: {name}",
        f"        protectionGroupName: {name}",
        f"        dependsOn: [{', '.join(after)}]",
        "        maxWaitTime: 7200",
    ]
    if name.startswith("Data"):
        lines += ["        preWaveActions:"]
        lines += action("Fence writers", "DR-StopApplicationServices", "Services", "[writers]", 600)
    lines += ["        postWaveActions:"]
    lines += action("Announce", "DR-Announce", "Tier", name, 300)
    return lines


def plan():
    lines = [
        "# yaml-language-server: $schema=../../docs/schema/configuration-2.1.0.schema.json",
        "# Written by generate.py; change that instead.",
        "exportMetadata:",
        '  version: "2.1.0"',
        "protectionGroups:",
    ]
    for name, region, _, _ in WAVES:
        lines += group(name, region, name.startswith("Data"))
    lines += [
        "recoveryPlans:",
        "  - planName: Whole-Estate",
        "    description: A thousand servers in three Regions; each Region goes its own way until the last wave",
        "    rto: PT8H",
        "    rpo: PT30M",
        "    waves:",
    ]
    for name, _, _, after in WAVES:
        lines += wave(name, after)
    return "\n".join(lines) + "\n"


def servers(name, count):
    for number in range(1, count + 1):
        hostname = f"{name.lower()}-{number:03d}"
        yield {
            "sourceServerID": server_id(hostname),
            "hostname": hostname,
            "tags": {"Name": hostname, "DR-Application": "estate", "DR-Wave": name},
        }


def region_spec(region):
    return {
        "sourceServers": [
            server for name, where, count, _ in WAVES if where == region for server in servers(name, count)
        ],
        "subnets": [{"subnetId": subnet(region), "cidrBlock": f"10.{NUMBER[region]}.0.0/16"}],
        "securityGroups": [{"groupId": security_group(region), "groupName": "estate-data"}],
        "documents": [
            {
                "name": "DR-StopApplicationServices",
                "durationSeconds": 20,
                "parameters": [{"name": "Services", "type": "StringList"}],
            },
            {"name": "DR-Announce", "durationSeconds": 5, "parameters": [{"name": "Tier"}]},
        ],
    }


def environment():
    account = {"accountId": ACCOUNT, "regions": {region: region_spec(region) for region in REGIONS}}
    return {"seed": 1, "defaultAccount": ACCOUNT, "accounts": [account]}


def one_line_for_each_server(text):
    """Servers are many and alike: each on one line keeps the file readable."""
    return re.sub(
        r"\{\s+\"sourceServerID\".*?\}\s+\}",
        lambda match: re.sub(r"\s+", " ", match.group()),
        text,
        flags=re.DOTALL,
    )


def main():
    assert sum(count for _, _, count, _ in WAVES) == 1000
    for region, expected in REGIONS.items():
        assert sum(count for _, where, count, _ in WAVES if where == region) == expected
    (HERE / "plan.yaml").write_text(plan(), encoding="utf-8")
    text = one_line_for_each_server(json.dumps(environment(), indent=2)) + "\n"
    (HERE / "environment.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
