"""The same sweep as the benchmark's, written for speed with boto3: what a thread pool can reach.

What it does to be fast:

- one client per service and region for all accounts, because making a client costs more than its
  calls; boto3 has no public way to change a client's credentials by the call, so a session is given
  a credentials object that answers with those of the running thread
- as many pooled connections as threads
- one task per call and not one per account
- no validation of parameters that are constants here
"""

import argparse
import concurrent.futures
import datetime
import json
import queue
import threading

import boto3
import botocore.config
import botocore.credentials
import botocore.session

MILESTONE = 60
SERVICES = ("ec2", "rds")


class ThreadCredentials(botocore.credentials.Credentials):
    """Answers with the credentials that the running thread has taken on."""

    def __init__(self):
        super().__init__("none", "none")
        self.local = threading.local()

    def take(self, credentials):
        self.local.frozen = credentials

    def get_frozen_credentials(self):
        return self.local.frozen


class Sweep:
    def __init__(self, regions, threads, check_date):
        self.check_date = check_date
        self.regions = regions
        self.pool = concurrent.futures.ThreadPoolExecutor(threads)
        self.submitted = 0
        self.ended = queue.SimpleQueue()
        self.credentials = ThreadCredentials()
        self.active = 0
        self.expiring = []
        self.unreadable = []
        self.lock = threading.Lock()
        config = botocore.config.Config(
            max_pool_connections=threads,
            parameter_validation=False,
            retries={"mode": "standard", "total_max_attempts": 5},
        )
        caller = boto3.Session()
        self.sts = caller.client("sts", config=config)
        inner = botocore.session.Session()
        inner._credentials = self.credentials
        shared = boto3.Session(botocore_session=inner)
        self.clients = {
            (service, region): shared.client(service, region_name=region, config=config)
            for service in SERVICES
            for region in regions
        }

    def run(self, accounts):
        for account in accounts:
            self.submit(self.enter, account)
        ended = 0
        while ended < self.submitted:
            self.ended.get().result()
            ended += 1
        self.pool.shutdown()

    def submit(self, task, *arguments):
        with self.lock:
            self.submitted += 1
        self.pool.submit(task, *arguments).add_done_callback(self.ended.put)

    def enter(self, account):
        role = "arn:aws:iam::%s:role/%s" % (account["accountId"], account["remoteRole"])
        try:
            found = self.sts.assume_role(RoleArn=role, RoleSessionName="ri-expiry-notifier")
        except Exception as e:
            self.failed(account, None, None, e)
            return
        given = found["Credentials"]
        credentials = botocore.credentials.ReadOnlyCredentials(
            given["AccessKeyId"], given["SecretAccessKey"], given["SessionToken"], None
        )
        for region in self.regions:
            for service in SERVICES:
                self.submit(self.read, account, credentials, region, service)

    def read(self, account, credentials, region, service):
        self.credentials.take(credentials)
        client = self.clients[service, region]
        try:
            if service == "ec2":
                found = self.ec2(client)
            else:
                found = self.rds(client)
        except Exception as e:
            self.failed(account, region, service, e)
            return
        soon = [item for item in found if 0 <= self.days_left(item[1]) <= MILESTONE]
        with self.lock:
            self.active += len(found)
            self.expiring += [(account["accountId"], region, service, item[0]) for item in soon]

    def ec2(self, client):
        answer = client.describe_reserved_instances(
            Filters=[{"Name": "state", "Values": ["active"]}]
        )
        return [(item["ReservedInstancesId"], item["End"]) for item in answer["ReservedInstances"]]

    def rds(self, client):
        return [
            (
                item["ReservedDBInstanceId"],
                item["StartTime"] + datetime.timedelta(seconds=item["Duration"]),
            )
            for page in client.get_paginator("describe_reserved_db_instances").paginate()
            for item in page["ReservedDBInstances"]
            if item["State"] == "active"
        ]

    def days_left(self, end):
        return (end.date() - self.check_date).days

    def failed(self, account, region, service, error):
        with self.lock:
            self.unreadable.append((account["accountId"], region, service, str(error)))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--accounts", required=True)
    parser.add_argument("--check-date", required=True, type=datetime.date.fromisoformat)
    parser.add_argument("--threads", type=int, default=128)
    options = parser.parse_args()
    with open(options.accounts, encoding="utf-8") as file:
        document = json.load(file)
    sweep = Sweep(document["regions"], options.threads, options.check_date)
    sweep.run(document["accounts"])
    report = {
        "complete": not sweep.unreadable,
        "commitments": {"active": sweep.active, "expiring": len(sweep.expiring)},
        "expiring": sorted(sweep.expiring),
        "unreadable": sorted(sweep.unreadable, key=str),
    }
    print(json.dumps(report, indent=2))


if __name__ == "__main__":
    main()
